using Pulse.Access.Texts;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>The words of each failure category: one sentence with the cause and one sentence with the remedy.</summary>
internal static class FailureWords
{
    public static Failure Describe(PlatformFailureException failure, PlatformDescriptor platform, ConnectionTarget target, string? step)
    {
        var (sentence, remedy) = failure.Hold is { WasTried: false } hold
            ? Held(hold, platform, target)
            : InWordsOf(platform, failure.Category, target, Common(failure.Category, platform, target));
        return new Failure(
            failure.Category,
            SystemText.Sentence(failure.Sentence ?? sentence),
            SystemText.Sentence((failure.Remedy ?? remedy) + BlankAround(failure, platform, target)),
            step,
            failure.Detail is null ? null : SystemText.Text(failure.Detail));
    }

    /// <summary>A copied blank is the most likely reason of a refusal, and it is not visible.</summary>
    private static string BlankAround(PlatformFailureException failure, PlatformDescriptor platform, ConnectionTarget target)
    {
        var blank = failure.Category != FailureCategory.AuthInvalid ? null : platform.Fields.FirstOrDefault(field =>
            field.Kind == ConnectionFieldKind.Secret && PlainText.HasBlankAround(target.Secret(field.Name).Reveal()));
        return blank is null ? "" : $" The {blank.Name} begins or ends with a blank. Check that the blank belongs to it.";
    }

    /// <summary>The platform's own words, if it has some.</summary>
    private static (string Sentence, string Remedy) InWordsOf(
        PlatformDescriptor platform, FailureCategory category, ConnectionTarget target, (string Sentence, string Remedy) common)
    {
        var own = platform.Words.GetValueOrDefault(category);
        return (Filled(own?.Sentence) ?? common.Sentence, Filled(own?.Remedy) ?? common.Remedy);

        string? Filled(string? words) => words?.Replace("{endpoint}", target.ShownEndpoint, StringComparison.Ordinal);
    }

    /// <summary>Names the account on hold, and the reason.</summary>
    public static (string Sentence, string Remedy) Held(LoginHold hold, PlatformDescriptor platform, ConnectionTarget target) => (
        hold.RefusedElsewhere is { } other
            ? $"The account '{target.Account}' is on hold: {other} refused its {platform.SecretNoun}, and a directory counts refused logins over all systems. "
                + $"The login to {target.ShownEndpoint} was not tried."
            : $"The {platform.SystemNoun} at {target.ShownEndpoint} refused this login before, so it was not tried again.",
        hold.Wait == TimeSpan.Zero
            ? "Enter the right credentials, or test the connection to try the old ones once more."
            : $"Enter the right credentials, or wait until {hold.RetryAt:yyyy-MM-dd HH:mm:ss} UTC: an earlier attempt {(platform.LoginLimits is null ? "would be refused again" : "could lock the account")}.");

    /// <summary>The failure of an attempt that exceeded its time limit.</summary>
    public static PlatformFailureException Cut(AttemptPurpose purpose, TimeSpan limit, ConnectionTarget target, string? detail = null)
    {
        var (attempt, setting) = purpose == AttemptPurpose.Poll
            ? ("poll", $"{PollingOptions.Section}:{nameof(PollingOptions.TimeoutSeconds)}")
            : ("test", $"{TestOptions.Section}:{nameof(TestOptions.TimeoutSeconds)}");
        return new(FailureCategory.Timeout, detail)
        {
            Sentence = $"Reading {target.ShownEndpoint} was cut after {AttemptTime.InSeconds(limit)}, the time that a {attempt} may take.",
            Remedy = $"Check the load of the system and the network in between, or raise {setting}.{Again(target)}",
        };
    }

    /// <summary>A draft is not tried again automatically, so its remedy does not say so.</summary>
    private static string Again(ConnectionTarget target) => target.ConnectionId is null ? "" : " Pulse tries again by itself.";

    private static (string Sentence, string Remedy) Common(FailureCategory category, PlatformDescriptor platform, ConnectionTarget target)
    {
        var noun = platform.SystemNoun;
        var endpoint = target.ShownEndpoint;
        var again = Again(target);
        return category switch
        {
            FailureCategory.NameResolution => (
                $"The name of {endpoint} does not resolve to an address.",
                "Check the host for a typing error, and that the machine Pulse runs on can resolve it."),
            FailureCategory.Unreachable => (
                $"No connection to {endpoint}, or it was lost.",
                $"Check host and port, that the {noun} is running, and that no firewall blocks the connection."),
            FailureCategory.Timeout => (
                $"{endpoint} did not answer in time.",
                $"Check the load of the {noun} and the network in between.{again}"),
            FailureCategory.TlsUntrusted => (
                $"The certificate of {endpoint} is not signed by an authority that this machine trusts.",
                "Compare the thumbprint with the one that the system shows and pin it, or install its root certificate on the machine Pulse runs on."),
            FailureCategory.TlsNameMismatch => (
                $"The certificate of {endpoint} does not name this host.",
                "Use a host name that the certificate names, or pin the certificate."),
            FailureCategory.TlsExpired => (
                $"The certificate of {endpoint} is not valid at this time.",
                "Renew the certificate, check the clocks of both machines, or pin the certificate until it is renewed."),
            FailureCategory.TlsPinMismatch => (
                $"The certificate of {endpoint} is not the pinned one.",
                "If the certificate was renewed, compare the new thumbprint with the one that the system shows and pin it. If not, an attacker may be intercepting the connection."),
            FailureCategory.AuthInvalid => (
                $"The {noun} at {endpoint} refused the login.",
                $"Check the credentials. The login is not tried again at once{(platform.LoginLimits is null ? "" : ", so that the account is not locked")}."),
            FailureCategory.CredentialsExpired => (
                $"The {noun} at {endpoint} refused the login, because the {platform.SecretNoun} has expired.",
                $"Set a new {platform.SecretNoun} for the account, and enter the new one here."),
            FailureCategory.PermissionDenied => (
                $"The account may not read what Pulse needs from {endpoint}.",
                $"Give the account the right to read everything on the {noun} that Pulse is to show."),
            FailureCategory.AddressNotAllowed => (
                $"Pulse does not connect to the address of {endpoint}.",
                $"Use an address of the {noun} itself that the settings of Pulse allow."),
            FailureCategory.UnsupportedVersion => (
                $"The {noun} at {endpoint} is older than what Pulse can read.",
                $"Upgrade the {noun}."),
            FailureCategory.WrongSystem => (
                $"The system at {endpoint} is not a {noun}.",
                $"Check the host and the port. Enter those of the {noun} itself."),
            FailureCategory.SessionLimit => (
                $"The {noun} at {endpoint} has reached its session limit.",
                $"End idle sessions on the {noun}, or raise its session limit.{again}"),
            FailureCategory.RateLimited => (
                $"{endpoint} allows fewer requests than Pulse sent.",
                $"Use a longer poll interval, or raise the request limit of the {noun} or of the proxy in front of it.{again}"),
            FailureCategory.Unavailable => (
                $"The {noun} at {endpoint} reports that it cannot serve requests now.",
                $"Wait until the {noun} has started or its maintenance has ended. If the failure stays, look at the services of the {noun}.{again}"),
            FailureCategory.Protocol => (
                $"The answer of {endpoint} is not what a {noun} answers.",
                "Check host and port, and whether a proxy in between changes the answers. If both are right, report the failure with its detail."),
            FailureCategory.SecretUnreadable => (
                $"The stored secret for {endpoint} cannot be read any more, because the key that encrypted it is gone.",
                "Enter the secret again. If you still have the key ring, restore it and restart Pulse."),
            _ => (
                $"Reading {endpoint} failed in a way that Pulse does not know.",
                $"Report this with the log of the same minute.{again}"),
        };
    }
}
