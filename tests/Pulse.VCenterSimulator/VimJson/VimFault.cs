using System.Text.Json;

namespace Pulse.Simulation;

internal sealed class VimFaultException(VimFault fault) : Exception(fault.Message)
{
    public VimFault Fault { get; } = fault;
}

/// <summary>A fault of the VIM API. As an answer the fault object itself is the body (facts section 2).</summary>
internal sealed record VimFault(string Type, string Message, Action<Utf8JsonWriter>? Members = null)
{
    public static VimFault InvalidLogin { get; } = new("InvalidLogin", "Cannot complete login due to an incorrect user name or password.");

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

    /// <summary>Writes the fault within data: flattened on 8.0, wrapped on 9 (facts section 2).</summary>
    public void WriteNested(Utf8JsonWriter writer, VCenterProfile profile)
    {
        if (!profile.WrappedNestedFaults)
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
