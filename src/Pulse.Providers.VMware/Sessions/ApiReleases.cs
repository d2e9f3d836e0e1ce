using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The vSphere API releases that a server lists at <c>/sdk/vimServiceVersions.xml</c>, and those that Pulse reads.</summary>
/// <param name="Current">The newest release that the server supports.</param>
/// <param name="Prior">Older releases that the server still supports.</param>
internal sealed record ApiReleases(string Current, IReadOnlyList<string> Prior)
{
    /// <summary>The first release with VI JSON: vCenter 8.0 Update 1 (facts.md#2.5).</summary>
    public const string Floor = "8.0.1.0";

    private const string Namespace = "urn:vim25";

    // A real document has a few KiB.
    private const int MaxBytes = 256 * 1024;

    private static readonly string[] KnownFromNewest = ["9.1.1.0", "9.1.0.0", "9.0.0.0", "8.0.3.1", "8.0.3.0", "8.0.2.0", Floor];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
    };

    /// <summary>The newest release that both sides support; null if there is none.</summary>
    public string? NewestCommon => KnownFromNewest.FirstOrDefault(known => known == Current || Prior.Contains(known));

    /// <summary>Whether all releases of the server are older than those that Pulse reads, not newer.</summary>
    public bool TooOld => Version.TryParse(Current, out var current) && current < Version.Parse(Floor);

    /// <returns>Null if the document is not a list of releases.</returns>
    public static async Task<ApiReleases?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var text = new StringReader(await ReadTextAsync(stream, cancellationToken));
            using var reader = XmlReader.Create(text, Settings);
            return Find(XDocument.Load(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // The document is read completely before it is parsed: the XML reader does not pass a token on to the stream.
    private static async Task<string> ReadTextAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes);
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, MaxBytes), MaxBytes, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Local names, because very old servers add an XML namespace (facts.md#2.4).
    private static ApiReleases? Find(XDocument document)
    {
        if (document.Root is not { Name.LocalName: "namespaces" } root || root.Attribute("version")?.Value != "1.0")
        {
            return null;
        }

        var vim25 = Children(root, "namespace").FirstOrDefault(candidate => Children(candidate, "name").Any(name => name.Value.Trim() == Namespace));
        return vim25 is not null && Children(vim25, "version").FirstOrDefault() is { } current
            ? new(
                current.Value.Trim(),
                [.. Children(vim25, "priorVersions").SelectMany(prior => Children(prior, "version")).Select(version => version.Value.Trim())])
            : null;
    }

    private static IEnumerable<XElement> Children(XElement element, string localName) =>
        element.Elements().Where(child => child.Name.LocalName == localName);
}
