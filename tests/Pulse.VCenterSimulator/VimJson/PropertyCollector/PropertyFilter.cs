namespace Pulse.Simulation;

internal sealed class PropertyFilter(FilterPlan plan, PropertyCollector collector)
{
    public FilterPlan Plan { get; } = plan;

    public PropertyCollector Collector { get; } = collector;

    public ManagedObjectReference Reference { get; set; }

    /// <summary>The number of the version in which its entities were reported first.</summary>
    public int? EnteredIn { get; set; }
}
