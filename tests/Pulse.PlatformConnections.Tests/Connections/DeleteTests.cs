using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class DeleteTests : IAsyncLifetime
{
    private readonly EditBefore _edit = new();
    private PulseHost _host = null!;
    private HttpClient _client = null!;
    private Uri _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _host = PulseHost.Start(services => services
            .AddSingleton(new Boxes())
            .AddPlatform<FakeBoxProvider>()
            .ConfigureDbContext<ConnectionsDbContext>(options => options.AddInterceptors(_edit)));
        _client = _host.CreateClient();
        using var created = await _client.PostAsJsonAsync("api/box/connections", BoxHost.Draft());
        _connection = created.Headers.Location!;
        _edit.Edit = async () =>
        {
            using var edited = await _client.PutAsJsonAsync(_connection, new { name = "Edited at the same moment" });
            edited.StatusCode.Should().Be(HttpStatusCode.OK);
        };
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task A_delete_beside_an_edit_deletes(string? ifMatch)
    {
        using var answer = await DeleteAsync(ifMatch);

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        _edit.WasMade.Should().BeTrue();
        (await _client.GetStringAsync(new Uri("api/box/connections", UriKind.Relative))).Should().Be("[]");
        (await _client.GetStringAsync(new Uri("api/access/audit", UriKind.Relative))).Should().Contain("connection_deleted");
    }

    [Fact]
    public async Task A_delete_of_the_version_before_an_edit_changes_nothing()
    {
        using var answer = await DeleteAsync("\"1\"");

        var problem = await answer.ProblemAsync(412);
        problem.Text("code").Should().Be("version_mismatch");
        problem.Number("currentVersion").Should().Be(2);
        _edit.WasMade.Should().BeTrue();
    }

    private async Task<HttpResponseMessage> DeleteAsync(string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, _connection);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Makes an edit after the connection was read and before it is deleted.</summary>
    private sealed class EditBefore : DbCommandInterceptor
    {
        public Func<Task> Edit { get; set; } = () => Task.CompletedTask;

        public bool WasMade { get; private set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!WasMade && command.CommandText.StartsWith("DELETE FROM \"Connections\"", StringComparison.Ordinal))
            {
                WasMade = true;
                await Edit();
            }

            return result;
        }
    }
}
