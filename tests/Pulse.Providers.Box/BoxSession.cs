using System.Text.Json;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>Reads one box over a WebSocket, and keeps the WebSocket open between two polls.</summary>
internal sealed class BoxSession(ConnectionTarget target, EndpointConnector connector, TimeProvider clock) : IPlatformSession
{
    private EndpointConnection? _connection;
    private BoxSocket? _socket;
    private BoxAbout? _about;

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (_socket is not null)
        {
            try
            {
                return await CountAsync(attempt, cancellationToken);
            }
            catch (PlatformFailureException lost) when (lost.Category == FailureCategory.Unreachable)
            {
                // The box closed the WebSocket between two polls. This is not a failure yet: connect once more.
            }
        }

        await DisposeAsync();
        try
        {
            await OpenAsync(attempt, cancellationToken);
            return await CountAsync(attempt, cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket is { } socket)
        {
            _socket = null;
            await socket.DisposeAsync();
        }

        _connection?.Dispose();
        _connection = null;
    }

    private async Task OpenAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var connection = _connection = await connector.ConnectAsync(target, attempt, cancellationToken);
        await attempt.StepAsync(BoxDeclaration.Greet, async notes =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
            request.Options.Set(EndpointConnection.Repeatable, true);
            _about = await connection.ReadJsonAsync<BoxAbout>(request, BoxSocket.Strict, cancellationToken);
            attempt.SystemId = _about.Serial;
            notes.Say($"Box {notes.Name(_about.Serial)}");
        });
        await attempt.StepAsync(BoxDeclaration.Login, _ => attempt.LoginAsync(() => LoginAsync(connection, cancellationToken), cancellationToken));
    }

    private async Task<bool> LoginAsync(EndpointConnection connection, CancellationToken cancellationToken)
    {
        var opened = await connection.OpenSocketAsync($"/{target.Text(BoxDeclaration.Door)}", null, cancellationToken);
        _socket = new BoxSocket(opened, target);
        var seal = target.Secret(BoxDeclaration.SealCode).Reveal();
        var answer = await _socket.AskAsync<BoxOpened>(
            new BoxLogin(target.Account, target.Secret(BoxDeclaration.ApiKey).Reveal(), seal.Length == 0 ? null : seal), cancellationToken);
        return answer.Refusal switch
        {
            null => true,
            "sealed" => throw new PlatformFailureException(FailureCategory.AuthInvalid, "sealed")
            {
                Sentence = $"The box at {target.ShownEndpoint} is sealed, and the seal code does not open it.",
                Remedy = "Enter the seal code of the box.",
            },
            var refusal => throw new PlatformFailureException(FailureCategory.AuthInvalid, SystemText.Text(refusal)),
        };
    }

    private Task<Observed> CountAsync(Attempt attempt, CancellationToken cancellationToken) => attempt.StepAsync(BoxDeclaration.Count, async notes =>
    {
        var inside = await _socket!.AskAsync<BoxInside>(new BoxQuestion(target.IsOn(BoxDeclaration.CountsEmptyShelves)), cancellationToken);
        notes.Say($"Boxes: {inside.Boxes}, shelves: {inside.Shelves}");
        return new Observed
        {
            SystemName = _about!.Serial,
            SystemId = _about.Serial,
            Product = "Storage box",
            Version = _about.Version,
            StorageCount = inside.Boxes,
            Topology = new Dictionary<string, int> { ["shelves"] = inside.Shelves },
            Details = new Dictionary<string, JsonElement> { ["colour"] = JsonSerializer.SerializeToElement(SystemText.Text(inside.Colour)) },
            CollectedAt = clock.GetUtcNow(),
        };
    });
}
