using Pulse.Access.Http;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The reason why a use case did nothing.</summary>
internal abstract record ConnectionRefusal
{
    /// <summary>No connection of the platform has the id.</summary>
    internal sealed record NotFound(Guid Id) : ConnectionRefusal;

    /// <summary>The connection has another version than the caller expects.</summary>
    internal sealed record VersionMismatch(int Current) : ConnectionRefusal;

    /// <summary>Some fields are not valid.</summary>
    internal sealed record Invalid(FieldErrors Errors) : ConnectionRefusal;

    /// <summary>Another connection of the platform has the name.</summary>
    internal sealed record NameTaken(string Name) : ConnectionRefusal;

    /// <summary>Another connection goes to the same endpoint with the same account.</summary>
    internal sealed record EndpointTaken(string Endpoint, string OtherName, Guid OtherId) : ConnectionRefusal;

    /// <summary>The stored secret is bound to the endpoint, and these fields of the endpoint change.</summary>
    internal sealed record SecretReentryRequired(IReadOnlyList<string> Fields) : ConnectionRefusal;

    /// <summary>Another test of the connection is running.</summary>
    internal sealed record TestInProgress : ConnectionRefusal;

    /// <summary>The test did not run, or not to its end.</summary>
    internal sealed record NotTested(TestRefusal Test, PlatformDescriptor Platform, ConnectionTarget Target) : ConnectionRefusal;
}
