using Microsoft.AspNetCore.Http.Metadata;

namespace Pulse.Access.Http;

/// <summary>Makes the server stop reading at the limit, even if the client sends no length.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    /// <summary>The size of the largest body that Pulse reads.</summary>
    public const int Bytes = 32 * 1024;

    public long? MaxRequestBodySize => Bytes;
}
