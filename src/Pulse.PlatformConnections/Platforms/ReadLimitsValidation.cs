using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.PlatformConnections.Platforms;

internal sealed class ReadLimitsValidation : IValidateOptions<ReadLimits>
{
    public ValidateOptionsResult Validate(string? name, ReadLimits options) => AllowedRange.Check(
        ($"{ReadLimits.Section}:{nameof(options.Objects)}", options.Objects, 100, 10_000_000),
        ($"{ReadLimits.Section}:{nameof(options.Megabytes)}", options.Megabytes, 1, 4096),
        ($"{ReadLimits.Section}:{nameof(options.Issues)}", options.Issues, 1, 10_000),
        ($"{ReadLimits.Section}:{nameof(options.Ids)}", options.Ids, 100, 10_000_000));
}
