using Pulse.Access;
using Pulse.Host;
using Pulse.PlatformConnections;
using Serilog;

var builder = WebApplication.CreateBuilder(args);

builder.AddLogging();
builder.AddDataDirectory();
var useDatabase = builder.AddDatabase();
builder.AddWebServer();
builder.AddApiDocument();

builder.Services.AddAccess(builder.Configuration, useDatabase);
builder.Services.AddPlatformConnections(builder.Configuration, useDatabase);
builder.Services.AddPlatforms();

return await builder.Build().RunPulseAsync();
