using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>The privilege of an operation or a property. For some it changed with the releases.</summary>
internal sealed class Privileges
{
    private readonly (Version Since, string? Name)[] _newestFirst;

    /// <summary>One name for all releases, or one name for each release in the sources.</summary>
    public Privileges(JsonElement entry) => _newestFirst = entry.ValueKind is JsonValueKind.Object
        ? [.. entry.EnumerateObject().Select(each => (Version.Parse(each.Name), each.Value.GetString())).OrderByDescending(each => each.Item1)]
        : [(new(0, 0), entry.ValueKind is JsonValueKind.String ? entry.GetString() : null)];

    /// <summary>The privilege in a release: that of the nearest older release in the sources.</summary>
    public string? At(Version? release) =>
        _newestFirst.Where(each => release is null || each.Since <= release).Select(each => each.Name).FirstOrDefault();
}
