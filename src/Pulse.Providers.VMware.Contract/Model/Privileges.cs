using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>The privilege that an operation or a property names, which changed with the releases for some.</summary>
internal sealed class Privileges
{
    private readonly (Version Since, string? Name)[] _newestFirst;

    /// <summary>One name for all releases, or one for each release that the sources know.</summary>
    public Privileges(JsonElement entry) => _newestFirst = entry.ValueKind is JsonValueKind.Object
        ? [.. entry.EnumerateObject().Select(each => (Version.Parse(each.Name), each.Value.GetString())).OrderByDescending(each => each.Item1)]
        : [(new(0, 0), entry.ValueKind is JsonValueKind.String ? entry.GetString() : null)];

    /// <summary>The privilege in a release: what the nearest older one named of which there is a source.</summary>
    public string? At(Version? release) =>
        _newestFirst.Where(each => release is null || each.Since <= release).Select(each => each.Name).FirstOrDefault();
}
