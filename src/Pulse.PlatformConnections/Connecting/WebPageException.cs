using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The system answered a web page instead of data.</summary>
public sealed class WebPageException : PlatformFailureException
{
    internal WebPageException(ConnectionTarget target, string? title)
        : base(FailureCategory.Protocol)
    {
        Title = title;
        Sentence = $"{target.Endpoint} answers with a web page{(title is null ? "" : $" ('{title}')")} instead of the data that Pulse asked for.";
        Remedy = "Check host and port. If it is a sign-in page, connect to the system directly, not through the sign-in page.";
    }

    /// <summary>The title of the page, cut and cleaned; null without one.</summary>
    public string? Title { get; }
}
