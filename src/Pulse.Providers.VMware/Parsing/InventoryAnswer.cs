using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>An UpdateSet or a RetrieveResult, without what is of no use.</summary>
internal sealed class InventoryAnswer
{
    /// <summary>Where an UpdateSet leads to.</summary>
    public string? Version { get; set; }

    /// <summary>Whether the rest of an UpdateSet is to be asked for with its version.</summary>
    public bool Truncated { get; set; }

    /// <summary>What the next page is asked for with; null on the last one.</summary>
    public string? Token { get; set; }

    /// <summary>Whether what the filter looks through, the view, is gone.</summary>
    public bool ViewIsGone { get; set; }

    public List<ObjectUpdate> Updates { get; } = [];
}
