using Pulse.Access;
using Pulse.Host;
using Pulse.PlatformConnections;

var builder = WebApplication.CreateBuilder(args);

builder.AddHostLogging();
builder.AddFaults();
builder.AddApiDocument();
var useDatabase = builder.AddDatabase();

builder.Services.AddAccess(builder.Configuration, useDatabase);
builder.Services.AddPlatformConnections(builder.Configuration, useDatabase);

var app = builder.Build();

app.UseFaults();
app.UseAccess();

app.MapAccess();
app.MapPlatformConnections();
app.MapApiDocument();
app.MapHealth();

return await app.RunPulseAsync();
