using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The error body of the Automation API (facts.md#1.6).</summary>
internal sealed record AutomationError(int Status, string Type, string Id, string Message, string? Challenge = null)
{
    // The challenge is part of the documented body of this error, but the recordings do not contain it.
    public static AutomationError Unauthenticated { get; } = new(
        StatusCodes.Status401Unauthorized,
        "UNAUTHENTICATED",
        "com.vmware.vapi.endpoint.method.authentication.required",
        "Authentication required.",
        "Basic realm=\"VAPI endpoint\",SIGN realm=\"VAPI endpoint\"");

    public static AutomationError NotFound { get; } = new(
        StatusCodes.Status404NotFound, "NOT_FOUND", "com.vmware.vapi.rest.httpNotFound", "Not found.");

    public static AutomationError Unauthorized { get; } = new(
        StatusCodes.Status403Forbidden, "UNAUTHORIZED", "vapi.authz.error.no.privs", "The privileges are insufficient to user");

    // facts.md#1.10: only the id distinguishes this error from that of a service that starts.
    public static AutomationError TooManySessions { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "SERVICE_UNAVAILABLE",
        "com.vmware.vapi.endpoint.failedToLoginMaxUserSessionCountReached",
        "Too many sessions.");

    public static AutomationError InvalidArgument(string message) => new(
        StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", "com.vmware.vapi.rest.invalidArgument", message);

    // facts.md#1.17: the whole list is refused, with 500.
    public static AutomationError TooMany(string what) => new(
        StatusCodes.Status500InternalServerError,
        "UNABLE_TO_ALLOCATE_RESOURCE",
        "com.vmware.api.vcenter.list.too_many",
        $"Too many {what}. Add more filter criteria to reduce the number.");

    public AutomationException Exception() => new(this);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("error_type", Type);
        writer.WriteStartArray("messages");
        writer.WriteStartObject();
        writer.WriteStrings("args", []);
        writer.WriteString("default_message", Message);
        writer.WriteString("id", Id);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (Challenge is not null)
        {
            writer.WriteString("challenge", Challenge);
        }

        writer.WriteEndObject();
    }
}
