using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pulse.PlatformConnections.Connections;

/// <summary>ETag and If-Match: an edit that starts from an old version changes nothing.</summary>
internal static class Preconditions
{
    public static void WriteETag(HttpResponse response, int version) => response.Headers.ETag = TagOf(version);

    /// <returns>The versions in If-Match. A header that cannot be read is a condition that no version meets.</returns>
    public static ExpectedVersion Read(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return ExpectedVersion.Any;
        }

        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags))
        {
            return new([]);
        }

        return tags.Contains(EntityTagHeaderValue.Any) ? ExpectedVersion.Any : new([.. tags.Select(VersionOf).OfType<int>()]);
    }

    private static int? VersionOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && tag.Tag == TagOf(version)
            ? version
            : null;

    private static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
