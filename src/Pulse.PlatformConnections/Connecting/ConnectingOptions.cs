using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>What an operator allows connections to systems: <c>Pulse:Connections</c>.</summary>
internal sealed class ConnectingOptions
{
    public const string AllowedNetworksKey = "Pulse:Connections:AllowedNetworks";

    private readonly List<string> _faults = [];

    /// <summary>The networks to which connections are narrowed; empty for no narrowing.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; set; } = [];

    /// <summary>What cannot be read, in words.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public void Read(IConfiguration configuration) => AllowedNetworks = NetworkList.Read(configuration, AllowedNetworksKey, _faults);
}

internal sealed class ConnectingOptionsValidation : IValidateOptions<ConnectingOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectingOptions options) =>
        options.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}
