using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>The declaration of a storage box: its fields, steps, counts and words.</summary>
internal static class BoxDeclaration
{
    public const string ApiKey = "apiKey";
    public const string Owner = "owner";
    public const string SealCode = "sealCode";
    public const string Door = "door";
    public const string CountsEmptyShelves = "countsEmptyShelves";

    public const string Greet = "greet";
    public const string Login = "login";
    public const string Count = "count";

    public static PlatformDescriptor Platform { get; } = new()
    {
        Key = "box",
        DisplayName = "Storage box",
        ShortName = "Box",
        SystemNoun = "box",
        HostPlaceholder = "box.cellar.example",
        Introduction = "A test opens the box **once** and counts its shelves.",
        Notes = ["A box in a crate cannot be read: unpack it first."],
        Transport = new(HttpsPort: 8443, PlainPort: null),
        LoginLimits = new(Refusals: 5, Window: TimeSpan.FromSeconds(180)),
        Fields =
        [
            new(ApiKey, ConnectionFieldKind.Secret, "Key", "The key of the box.") { Example = "box-key" },
            new(Owner, ConnectionFieldKind.Text, "Owner", "Whose box it is.")
            {
                Example = "cellar master", Required = false, IdentifiesAccount = true,
            },
            new("site", ConnectionFieldKind.Text, "Site", "Where the box stands.")
            {
                Example = "cellar",
                Required = false,
                MaxLength = 20,
                Forbidden = new("/", "it parts a site from its building."),
            },
            new(SealCode, ConnectionFieldKind.Secret, "Seal code", "The code that opens the seal of the box.")
            {
                Example = "seal-code",
                Required = false,
                Hint = "Leave it empty for a box without a seal.",
            },
            new(Door, ConnectionFieldKind.Choice, "Door", "The door at which Pulse asks.")
            {
                Choices = [new("front", "Front door"), new("back", "Back door")],
            },
            new(CountsEmptyShelves, ConnectionFieldKind.Switch, "Count empty shelves", "Whether shelves with nothing on them count.") { IsOnByDefault = true },
        ],
        Words = new Dictionary<FailureCategory, CategoryWords>
        {
            [FailureCategory.AuthInvalid] = new(Remedy: "Ask the owner of the box for the key, and enter it."),
        },
        Steps =
        [
            .. EndpointConnector.Steps,
            new(Greet, "Identify the box"),
            new(Login, "Open the box") { SendsCredential = true },
            new(Count, "Count the shelves"),
        ],
        IdentityStep = Greet,
        Counts = [new(ContributionKind.Storage, "box", "boxes")],
        Topology = [new("shelves", "Shelves", "Shelves in all boxes.")],
        Details = [new("colour", "Colour", "The colour of the box.")],
    };
}
