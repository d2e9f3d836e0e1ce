using System.Text.Json;

namespace Pulse.Simulation;

internal static class AuthorizationManagerMembers
{
    private const string Type = "AuthorizationManager";

    public static void Register(VimMembers members)
    {
        members.Property(Type, "roleList", _ => VimResult.Json(writer => writer.WriteArray(SimulatedRole.All, WriteRole)));
        members.Method(Type, "HasPrivilegeOnEntities", HasPrivilege);
        members.Method(Type, "HasUserPrivilegeOnEntities", HasUserPrivilege);
        members.Method(Type, "FetchUserPrivilegeOnEntities", FetchPrivileges);
    }

    private static VimResult HasPrivilege(VimCall call)
    {
        // facts section 5: the key of an unknown session is granted nothing, without a fault; the parameter is called entity here.
        var sessionId = call.Arguments.String("sessionId");
        var isKnown = call.VCenter.Sessions.List().Any(session => session.Key == sessionId);
        return Availability(call, "entity", isKnown);
    }

    private static VimResult HasUserPrivilege(VimCall call) =>
        Availability(call, "entities", IsTheUser(call));

    private static VimResult Availability(VimCall call, string argument, bool isKnown)
    {
        var entities = Entities(call, argument);
        var privileges = call.Arguments.Strings("privId");
        return VimResult.Json(writer => writer.WriteArray(entities, (w, entity) =>
        {
            var granted = isKnown ? call.Inventory.PrivilegesOn(entity) : [];
            w.WriteStartObject();
            w.WriteTypeName("EntityPrivilege");
            w.WriteReference("entity", entity.Reference);
            w.WritePropertyName("privAvailability");
            w.WriteArray(privileges, (inner, privilege) =>
            {
                inner.WriteStartObject();
                inner.WriteTypeName("PrivilegeAvailability");
                inner.WriteString("privId", privilege);
                inner.WriteBoolean("isGranted", granted.Contains(privilege));
                inner.WriteEndObject();
            });
            w.WriteEndObject();
        }));
    }

    private static VimResult FetchPrivileges(VimCall call)
    {
        var entities = Entities(call, "entities");
        var isKnown = IsTheUser(call);
        return VimResult.Json(writer => writer.WriteArray(entities, (w, entity) =>
        {
            w.WriteStartObject();
            w.WriteTypeName("UserPrivilegeResult");
            w.WriteReference("entity", entity.Reference);
            w.WriteStrings("privileges", isKnown ? call.Inventory.PrivilegesOn(entity) : []);
            w.WriteEndObject();
        }));
    }

    private static ManagedEntity[] Entities(VimCall call, string argument)
    {
        call.Arguments.Required(argument);
        return [.. call.Arguments.References(argument).Select(call.VisibleEntity)];
    }

    private static bool IsTheUser(VimCall call) =>
        LoginLedger.IsSame(call.Arguments.String("userName"), call.VCenter.Options.UserName);

    private static void WriteRole(Utf8JsonWriter writer, SimulatedRole role)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("AuthorizationRole");
        writer.WriteNumber("roleId", role.Id);
        writer.WriteBoolean("system", true);
        writer.WriteString("name", role.Name);
        writer.WriteStartObject("info");
        writer.WriteTypeName("Description");
        writer.WriteString("label", role.Name);
        writer.WriteString("summary", role.Name);
        writer.WriteEndObject();
        writer.WriteStrings("privilege", role.Privileges);
        writer.WriteEndObject();
    }
}
