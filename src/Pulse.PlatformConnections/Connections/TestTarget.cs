using System.Text.Json;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The target of a test of entered settings.</summary>
internal static class TestTarget
{
    public static ConnectionTarget Of(ConnectionSettings settings, PlatformDescriptor platform)
    {
        var account = platform.AccountField is { } field ? settings.Texts.GetValueOrDefault(field.Name, "") : "";
        return new()
        {
            Host = settings.Host,
            Port = settings.Port,
            UseHttps = settings.UseHttps,
            InsecureSkipVerify = settings.InsecureSkipVerify,
            CertificateThumbprint = settings.CertificateThumbprint,
            Account = account,
            AccountIsLocal = platform.IsLocalAccount(account),
            LoginLimits = platform.LoginLimits,
            Texts = settings.Texts,
            Secrets = settings.NewSecrets,
        };
    }

    /// <summary>The outcome of a test, in the words of the audit trail.</summary>
    public static string OutcomeOf(AttemptResult? result, TestRefusal? refusal) => result switch
    {
        null when refusal is { Reason: TestRefusalReason.Held } => "held",
        null => "not_run",
        { Failure: not null } => "failed",
        _ => "succeeded",
    };

    /// <summary>The endpoint of a test and, if it failed, the reason.</summary>
    public static string DetailOf(ConnectionTarget target, AttemptResult? result)
    {
        var url = ConnectionChanges.Url(target.Host, target.Port, target.UseHttps);
        return result?.Failure is { } failure ? $"{url}: {JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.Category.ToString())}" : url;
    }
}
