using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Pulse.Access.Http;

/// <summary>The declaration of a body in the headers: JSON, in UTF-8, not compressed.</summary>
internal static class BodyType
{
    public static ProblemHttpResult? Check(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsJson(type))
        {
            return BodyProblems.NotJson();
        }

        if (!type.Parameters.Where(IsCharset).All(IsUtf8))
        {
            return BodyProblems.NotDeclaredAsUtf8();
        }

        if (request.Headers.ContentEncoding.All(coding => string.Equals(coding?.Trim(), "identity", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // RFC 9110 15.5.16: the header shows the client that the coding is the problem, and not the type.
        request.HttpContext.Response.Headers.AcceptEncoding = "identity";
        return BodyProblems.Compressed();
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static bool IsCharset(NameValueHeaderValue parameter) => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue charset)
    {
        var name = HeaderUtilities.RemoveQuotes(charset.Value);
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
