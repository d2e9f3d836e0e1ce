namespace Pulse.Simulation;

/// <summary>
/// Every method and property that is not a plain inventory property, by type and name.
/// To add a managed object, add a class with a <c>Register</c> method, and one line here.
/// </summary>
internal sealed class VimMembers
{
    private readonly Dictionary<(string Type, bool IsMethod, string Name), VimMember> _members = [];

    private VimMembers()
    {
        ServiceInstanceMembers.Register(this);
        SessionManagerMembers.Register(this);
        AuthorizationManagerMembers.Register(this);
        ViewMembers.Register(this);
        PropertyCollectorMembers.Register(this);
        EventManagerMembers.Register(this);
        OptionManagerMembers.Register(this);
        PerformanceManagerMembers.Register(this);
    }

    public static VimMembers All { get; } = new();

    public VimMember? Find(string type, bool isMethod, string name) =>
        VimTypes.WithBases(type).Select(declaring => _members.GetValueOrDefault((declaring, isMethod, name))).FirstOrDefault(member => member is not null);

    public void Method(string type, string name, Func<VimCall, VimResult> invoke, bool anonymous = false) =>
        Method(type, name, call => ValueTask.FromResult(invoke(call)), anonymous);

    public void Method(string type, string name, Func<VimCall, ValueTask<VimResult>> invoke, bool anonymous = false) =>
        _members.Add((type, true, name), new(invoke, anonymous));

    public void Property(string type, string name, Func<VimCall, VimResult> read, bool anonymous = false) =>
        _members.Add((type, false, name), new(call => ValueTask.FromResult(read(call)), anonymous));
}
