using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The declaration of a platform, as the API shows it: clients draw forms, reports and lists from it.</summary>
internal sealed record PlatformDocument
{
    /// <summary>The name in routes: <c>/api/{key}/connections</c>.</summary>
    public required string Key { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The name for places with little space.</summary>
    public required string ShortName { get; init; }

    /// <summary>The noun for one system in a sentence.</summary>
    public required string Noun { get; init; }

    /// <summary>The noun for a secret in a sentence.</summary>
    public required string SecretNoun { get; init; }

    /// <summary>The work of a test and the needs of an account, in Markdown.</summary>
    public required string Introduction { get; init; }

    /// <summary>Notes for an administrator before the form is filled in, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required string HostPlaceholder { get; init; }

    public required TransportDocument Transport { get; init; }

    /// <summary>The fields in addition to the shared ones, in the order of a form.</summary>
    public required IReadOnlyList<FieldDocument> Fields { get; init; }

    /// <summary>The rule that locks an account; null if there is none.</summary>
    public required LoginLimitsDocument? LoginLimits { get; init; }

    /// <summary>The lines of a test report, in order.</summary>
    public required IReadOnlyList<StepDocument> Steps { get; init; }

    /// <summary>The shared counts that the platform has.</summary>
    public required IReadOnlyList<CountDocument> Counts { get; init; }

    /// <summary>The members of <c>observed.topology</c>, in order.</summary>
    public required IReadOnlyList<TopologyCount> Topology { get; init; }

    /// <summary>The members of <c>observed.details</c>, in order.</summary>
    public required IReadOnlyList<PlatformDetail> Details { get; init; }

    public static PlatformDocument From(PlatformDescriptor platform) => new()
    {
        Key = platform.Key,
        DisplayName = platform.DisplayName,
        ShortName = platform.ShortName ?? platform.DisplayName,
        Noun = platform.SystemNoun,
        SecretNoun = platform.SecretNoun,
        Introduction = platform.Introduction,
        Notes = platform.Notes,
        HostPlaceholder = platform.HostPlaceholder,
        Transport = new(platform.Transport.HttpsPort, platform.Transport.PlainPort),
        Fields = [.. platform.Fields.Select(FieldDocument.From)],
        LoginLimits = platform.LoginLimits is { } limits ? new(limits.Refusals, (int)limits.Window.TotalSeconds) : null,
        Steps = [.. platform.AllSteps.Select(step => new StepDocument(step.Name, step.Label, step.SendsCredential, platform.IsOptional(step.Name)))],
        Counts = [.. platform.Counts.Select(CountDocument.From)],
        Topology = platform.Topology,
        Details = platform.Details,
    };
}
