using Pulse.PlatformConnections.Proving;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The questions to a vCenter. The proof matrix names the same rows.</summary>
internal static class VCenterRows
{
    public const string VersionFloor = "version_floor";
    public const string Hello = "hello";
    public const string ShortRelease = "short_release";
    public const string UnknownRelease = "unknown_release";
    public const string AuthForms = "auth_forms";
    public const string BadToken = "bad_token";
    public const string SessionAutomationFirst = "session_automation_first";
    public const string SessionViJsonFirst = "session_vijson_first";
    public const string Privileges = "privileges_root";
    public const string ReadInventory = "read_inventory";
    public const string ReadDatastores = "read_datastores";
    public const string ReadSnapshots = "read_snapshots";
    public const string ReadAlarms = "read_alarms";
    public const string ReadEvents = "read_events";
    public const string ReadPerformance = "read_performance";
    public const string ReadOptions = "read_options";
    public const string ReadLists = "read_lists";
    public const string ReadAppliance = "read_appliance";
    public const string PageSize = "page_size";
    public const string MemoryMember = "memory_member";
    public const string NullForm = "null_form";
    public const string BodyWithoutParameters = "body_without_parameters";
    public const string Logout = "logout";
    public const string LogoutEndsBoth = "logout_ends_both";
    public const string NestedFault = "nested_fault";
    public const string NoSessionLeft = "no_session_left";

    public static IReadOnlyList<ProofRow> All { get; } =
    [
        new(VersionFloor, "The release is one that Pulse reads (8.0 U1 or later)."),
        new(Hello, "What the negotiation of the release answers without a session."),
        new(ShortRelease, "Whether a release of three parts is accepted in a path."),
        new(UnknownRelease, "What an unknown release in a path answers."),
        new(AuthForms, "Which forms of authentication the server offers to a request without credentials."),
        new(BadToken, "What a token that is not known answers."),
        new(SessionAutomationFirst, "Whether a session of the Automation API serves VI JSON."),
        new(SessionViJsonFirst, "Whether a session of VI JSON serves the Automation API."),
        new(Privileges, "The account has the privileges of reading at the root."),
        new(ReadInventory, "Inventory can be read."),
        new(ReadDatastores, "Datastores can be read."),
        new(ReadSnapshots, "Snapshots can be read."),
        new(ReadAlarms, "Triggered alarms can be read."),
        new(ReadEvents, "Events can be read."),
        new(ReadPerformance, "Performance counters can be read."),
        new(ReadOptions, "Whether the limit of a query for statistics can be read."),
        new(ReadLists, "The lists of the Automation API can be read."),
        new(ReadAppliance, "Whether the version of the appliance can be read."),
        new(PageSize, "How many objects a page has without a limit."),
        new(MemoryMember, "How the memory size of a virtual machine is spelled in the list."),
        new(NullForm, "How no value is written."),
        new(BodyWithoutParameters, "What an empty object does to a method without parameters."),
        new(Logout, "Each log-out ends its session."),
        new(LogoutEndsBoth, "Whether a log-out in one family ends the session in the other."),
        new(NestedFault, "Whether a fault inside data is flat or wrapped."),
        new(NoSessionLeft, "No session of the proof is left behind."),
    ];
}
