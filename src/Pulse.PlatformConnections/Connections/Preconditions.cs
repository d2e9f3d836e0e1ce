using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>ETag and If-Match: an edit that was made on an old version changes nothing.</summary>
internal static class Preconditions
{
    public static void WriteETag(HttpResponse response, int version) => response.Headers.ETag = TagOf(version).ToString();

    /// <returns>412 when the request was made for another version; null when it has no condition, or meets it.</returns>
    public static ProblemHttpResult? Check(HttpRequest request, Connection connection)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        // A header that cannot be read is a condition that cannot be met.
        var met = EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(connection.Version), useStrongComparison: true));
        return met ? null : ConnectionProblems.VersionMismatch(connection.Version);
    }

    private static EntityTagHeaderValue TagOf(int version) => new($"\"{version}\"");
}
