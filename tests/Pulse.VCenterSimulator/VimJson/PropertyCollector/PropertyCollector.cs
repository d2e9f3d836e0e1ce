namespace Pulse.Simulation;

/// <summary>The state of one property collector of one session: its filters, its open retrievals and its versions.</summary>
internal sealed partial class PropertyCollector(Session session)
{
    private readonly Lock _gate = new();
    private readonly List<PropertyFilter> _filters = [];
    private readonly Dictionary<string, (ArraySegment<Selected> Left, int PageSize)> _retrievals = [];

    public ManagedObjectReference Create(FilterPlan plan)
    {
        var filter = new PropertyFilter(plan, this);
        filter.Reference = session.Keep("PropertyFilter", filter);
        lock (_gate)
        {
            _filters.Add(filter);
        }

        return filter.Reference;
    }

    public void Destroy(PropertyFilter filter)
    {
        session.Objects.TryRemove(filter.Reference.Value, out _);
        lock (_gate)
        {
            _filters.Remove(filter);
        }
    }

    public void DestroyFilters()
    {
        PropertyFilter[] filters;
        lock (_gate)
        {
            filters = [.. _filters];
        }

        Array.ForEach(filters, Destroy);
    }

    /// <summary>Takes the first page. Its token leads to the other pages.</summary>
    public (ArraySegment<Selected> Page, string? Token) Page(ArraySegment<Selected> found, int size)
    {
        if (found.Count <= size)
        {
            return (found, null);
        }

        var token = Guid.NewGuid().ToString();
        lock (_gate)
        {
            _retrievals[token] = (found[size..], size);
        }

        return (found[..size], token);
    }

    /// <summary>The page of a token. A token works once (facts.md#3.5).</summary>
    public (ArraySegment<Selected> Left, int PageSize) Redeem(string token)
    {
        lock (_gate)
        {
            return _retrievals.Remove(token, out var rest) ? rest : throw VimFault.InvalidArgument("token").Exception();
        }
    }
}
