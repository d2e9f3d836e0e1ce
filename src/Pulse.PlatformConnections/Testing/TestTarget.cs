using System.Text.Json;
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

    /// <summary>How a test ended, in the words of the audit trail.</summary>
    public static string OutcomeOf(AttemptResult? result) => result switch
    {
        null => "held",
        { Failure: not null } => "failed",
        _ => "succeeded",
    };

    /// <summary>Where a test went and, when it failed, why.</summary>
    public static string DetailOf(ConnectionTarget target, AttemptResult? result)
    {
        var url = ConnectionChanges.Url(target.Host, target.Port, target.UseHttps);
        return result?.Failure is { } failure ? $"{url}: {JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.Category.ToString())}" : url;
    }
}
