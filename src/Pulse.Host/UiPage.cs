using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Pulse.Host;

/// <summary>
/// The page of the UI below a path, such as <c>/pulse</c>. Pulse writes the path into the page and into the addresses of its files. A
/// <c>base</c> element would do the same, but the Content-Security-Policy forbids it.
/// </summary>
internal static class UiPage
{
    private const string Assets = "\"/assets/";
    private const string Base = "<meta name=\"pulse-base\" content=\"";

    public static async Task ServeAsync(HttpContext context, IFileInfo file)
    {
        var page = await WithBaseAsync(file, HtmlEncoder.Default.Encode(context.Request.PathBase.ToUriComponent()), context.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page))[..16]}\"");
        context.Response.Headers.CacheControl = "no-cache";
        await Results.Bytes(page, "text/html; charset=utf-8", entityTag: tag).ExecuteAsync(context);
    }

    private static async Task<byte[]> WithBaseAsync(IFileInfo file, string pathBase, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        var page = await reader.ReadToEndAsync(cancellationToken);
        return Encoding.UTF8.GetBytes(page
            .Replace(Assets, $"\"{pathBase}/assets/", StringComparison.Ordinal)
            .Replace(Base, $"{Base}{pathBase}", StringComparison.Ordinal));
    }
}
