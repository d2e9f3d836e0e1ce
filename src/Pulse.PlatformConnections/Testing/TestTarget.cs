using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections.Testing;

/// <summary>What a test of entered settings connects to.</summary>
internal static class TestTarget
{
    public static ConnectionTarget Of(ConnectionSettings settings, PlatformDescriptor platform) => new()
    {
        Host = settings.Host,
        Port = settings.Port,
        UseHttps = settings.UseHttps,
        InsecureSkipVerify = settings.InsecureSkipVerify,
        CertificateThumbprint = settings.CertificateThumbprint,
        Account = platform.AccountField is { } account ? settings.Texts.GetValueOrDefault(account.Name, "") : "",
        Texts = settings.Texts,
        Secrets = settings.NewSecrets,
    };

    /// <summary>The outcome of a test in the audit trail.</summary>
    public static string OutcomeOf(AttemptResult? result) => result switch
    {
        null => "held",
        { Failure: { } failure } => $"failed: {failure.Category}",
        _ => "succeeded",
    };
}
