namespace Pulse.PlatformConnections.Proving;

/// <summary>The rows for every platform: the work of an administrator.</summary>
public static class SharedRows
{
    internal const string DraftTest = "draft_test";
    internal const string PinRefused = "pin_refused";
    internal const string PinAccepted = "pin_accepted";
    internal const string Create = "create";
    internal const string ListHealth = "list_health";
    internal const string Edit = "edit";
    internal const string SavedTest = "saved_test";
    internal const string Polls = "polls";
    internal const string Delete = "delete";
    internal const string SecondAccount = "second_account";
    internal const string Contract = "contract";

    /// <summary>The rows before the questions of the platform.</summary>
    public static IReadOnlyList<ProofRow> First { get; } =
    [
        new(DraftTest, "A draft can be tested before it is saved."),
        new(PinRefused, "With another certificate pinned, nothing is sent."),
        new(PinAccepted, "With the certificate pinned, the test succeeds."),
        new(Create, "The connection can be saved, and its answer holds no secret."),
        new(ListHealth, "The list shows the poll health and the counts."),
        new(Edit, "The connection can be edited without entering the secret again."),
        new(SavedTest, "The saved connection can be tested without entering the secret, and the list shows the result."),
        new(Polls, "Ten polls succeed; their requests are counted."),
    ];

    /// <summary>The rows after the questions of the platform.</summary>
    public static IReadOnlyList<ProofRow> Last { get; } =
    [
        new(Delete, "The connection can be deleted."),
        new(SecondAccount, "An account without a role is refused."),
        new(Contract, "Every exchange is as the vendor documents it."),
    ];
}
