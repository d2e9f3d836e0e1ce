using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>A fault of the VIM API. As an answer the fault object itself is the body (facts.md#2.15).</summary>
internal sealed record VimFault(string Type, string Message, Action<Utf8JsonWriter>? Members = null)
{
    public int Status { get; init; } = StatusCodes.Status500InternalServerError;

    /// <summary>The header <c>WWW-Authenticate</c>.</summary>
    public string? Challenge { get; init; }

    public static VimFault InvalidLogin { get; } = new("InvalidLogin", "Cannot complete login due to an incorrect user name or password.");

    public static VimFault InvalidToken { get; } = new("InvalidToken", "The token is not valid.");

    public static VimFault SessionNotFound { get; } = new("SessionNotFound", "The session was not found.");

    public static VimFault InvalidCollectorVersion { get; } = new("InvalidCollectorVersion", "The version of the property collector is not known.");

    public static VimFault RequestCanceled { get; } = new("RequestCanceled", "The request was canceled.");

    public static VimFault InvalidMoRefField(string member) => InvalidArgument(member, $"Invalid MoRef field: {member}");

    public static VimFault InvalidArgument(string property, string? message = null) =>
        new("InvalidArgument", message ?? $"A specified parameter was not correct: {property}", writer => writer.WriteString("invalidProperty", property));

    public static VimFault InvalidType(string type) =>
        new("InvalidType", $"The type {type} is not known.", writer => writer.WriteString("argument", type));

    public static VimFault InvalidProperty(string path) =>
        new("InvalidProperty", $"The property {path} is not known.", writer => writer.WriteString("name", path));

    public static VimFault ManagedObjectNotFound(ManagedObjectReference reference) =>
        new("ManagedObjectNotFound", "The object has already been deleted or has not been completely created", writer => writer.WriteReference("obj", reference));

    public static VimFault InvalidRequest(string message) => new("InvalidRequest", message);

    public static VimFault InvalidLoginWithReason(string reason) => InvalidLogin with
    {
        Members = writer =>
        {
            writer.WriteStartArray("faultMessage");
            writer.WriteStartObject();
            writer.WriteTypeName("LocalizableMessage");
            writer.WriteString("key", "vim.fault.InvalidLoginWithReason");
            writer.WriteStartArray("arg");
            writer.WriteStartObject();
            writer.WriteTypeName("KeyAnyValue");
            writer.WriteString("key", "reason");
            writer.WriteStartObject("value");
            writer.WriteTypeName("string");
            writer.WriteString("_value", $"vim.fault.InvalidLogin.{reason}");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        },
    };

    /// <summary>The one fault that is not answered with 500 (facts.md#2.17).</summary>
    public static VimFault AuthenticationRequired(int status) => new("AuthenticationRequired", "Authentication is required.", writer =>
    {
        writer.WriteStartArray("authenticate");
        writer.WriteStartObject();
        writer.WriteTypeName("AuthenticationRequiredChallenge");
        writer.WriteString("scheme", "Bearer");
        writer.WriteString("error", status == StatusCodes.Status400BadRequest ? "invalid_request" : "invalid_token");
        writer.WriteEndObject();
        writer.WriteEndArray();
    })
    {
        Status = status,
        Challenge = "Bearer",
    };

    /// <summary>A refusal in the form that the switch selects.</summary>
    public static VimFault Refusal(RefusalForm form, VimFault usual) => form switch
    {
        RefusalForm.InvalidToken => InvalidToken,
        RefusalForm.SessionNotFound => SessionNotFound,
        RefusalForm.Required400 => AuthenticationRequired(StatusCodes.Status400BadRequest),
        RefusalForm.Required401 => AuthenticationRequired(StatusCodes.Status401Unauthorized),
        RefusalForm.Required403 => AuthenticationRequired(StatusCodes.Status403Forbidden),
        _ => usual,
    };

    public static VimFault NotAuthenticated(ManagedObjectReference reference) =>
        new("NotAuthenticated", "The session is not authenticated.", writer =>
        {
            writer.WriteReference("object", reference);
            writer.WriteString("privilegeId", "System.View");
        });

    public static VimFault NoPermission(ManagedObjectReference reference, string privilege) =>
        new("NoPermission", "Permission to perform this operation was denied.", writer =>
        {
            writer.WriteReference("object", reference);
            writer.WriteString("privilegeId", privilege);
            writer.WriteStartArray("missingPrivileges");
            writer.WriteStartObject();
            writer.WriteTypeName("NoPermissionEntityPrivileges");
            writer.WriteReference("entity", reference);
            writer.WriteStrings("privilegeIds", [privilege]);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });

    public VimFaultException Exception() => new(this);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteTypeName(Type);
        writer.WriteString("faultstring", Message);
        Members?.Invoke(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the fault within data: as it is or, if a switch says so, wrapped (facts.md#2.18).</summary>
    public void WriteNested(Utf8JsonWriter writer, bool isWrapped)
    {
        if (!isWrapped)
        {
            Write(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteTypeName("LocalizedMethodFault");
        writer.WriteStartObject("fault");
        writer.WriteTypeName(Type);
        Members?.Invoke(writer);
        writer.WriteEndObject();
        writer.WriteString("localizedMessage", Message);
        writer.WriteEndObject();
    }
}
