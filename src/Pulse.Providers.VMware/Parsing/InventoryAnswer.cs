using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>An UpdateSet or a RetrieveResult, reduced to the parts that Pulse uses.</summary>
internal sealed class InventoryAnswer
{
    /// <summary>The version of an UpdateSet, from which the next request continues.</summary>
    public string? Version { get; set; }

    /// <summary>Whether more of the UpdateSet follows, to be read with its version.</summary>
    public bool Truncated { get; set; }

    /// <summary>The token of the next page; null on the last page.</summary>
    public string? Token { get; set; }

    /// <summary>Whether the view of the filter does not exist any more.</summary>
    public bool ViewIsGone { get; set; }

    public List<ObjectUpdate> Updates { get; } = [];
}
