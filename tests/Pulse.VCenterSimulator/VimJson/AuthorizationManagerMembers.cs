using System.Text.Json;

namespace Pulse.Simulation;

internal static class AuthorizationManagerMembers
{
    private const string Type = "AuthorizationManager";

    public static void Register(VimMembers members)
    {
        members.Property(Type, "roleList", Roles);
        members.Method(Type, "HasPrivilegeOnEntities", HasPrivilege);
        members.Method(Type, "HasUserPrivilegeOnEntities", HasUserPrivilege);
        members.Method(Type, "FetchUserPrivilegeOnEntities", FetchPrivileges);
    }

    private static VimResult Roles(VimCall call)
    {
        var form = call.VCenter.Faults.RoleList;
        var shown = SimulatedRole.All.Where(role => form is not PrivilegeForm.EntityLeftOut || role.Id != call.Inventory.Role.Id);
        return form is PrivilegeForm.Null ? VimResult.Null : VimResult.Json(writer => writer.WriteArray(shown, (w, role) => WriteRole(w, role, form)));
    }

    private static VimResult HasPrivilege(VimCall call)
    {
        // facts.md#5.5: the parameter needs System.Read, not only the method.
        Array.ForEach(Entities(call, "entity"), entity => call.Require(Privileges.Read, entity));

        // facts.md#5.5: the key of an unknown session has no privileges, and there is no fault. Here the parameter is named entity.
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
        var form = call.VCenter.Faults.PrivilegeAnswers;
        if (form is PrivilegeForm.ListLeftOut)
        {
            // In the vendor's document this list is required, but the list of FetchUserPrivilegeOnEntities is optional.
            UndocumentedAnswer.Set(call.Http);
        }

        return Shown(form, entities) is not { } shown ? VimResult.Null : VimResult.Json(writer => writer.WriteArray(shown, (w, entity) =>
        {
            var granted = isKnown ? call.Inventory.PrivilegesOn(entity) : [];
            w.WriteStartObject();
            w.WriteTypeName("EntityPrivilege");
            w.WriteReference("entity", entity.Reference);
            WriteList(w, form, "privAvailability", privileges, (inner, privilege) =>
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
        var form = call.VCenter.Faults.PrivilegeAnswers;
        return Shown(form, entities) is not { } shown ? VimResult.Null : VimResult.Json(writer => writer.WriteArray(shown, (w, entity) =>
        {
            w.WriteStartObject();
            w.WriteTypeName("UserPrivilegeResult");
            w.WriteReference("entity", entity.Reference);
            WriteList(w, form, "privileges", isKnown ? call.Inventory.PrivilegesOn(entity) : [], static (inner, privilege) => inner.WriteStringValue(privilege));
            w.WriteEndObject();
        }));
    }

    private static ManagedEntity[]? Shown(PrivilegeForm form, ManagedEntity[] entities) => form switch
    {
        PrivilegeForm.Null => null,
        PrivilegeForm.EntityLeftOut => entities[1..],
        _ => entities,
    };

    private static void WriteList<TItem>(Utf8JsonWriter writer, PrivilegeForm form, string name, IEnumerable<TItem> items, Action<Utf8JsonWriter, TItem> write)
    {
        if (form is not PrivilegeForm.ListLeftOut)
        {
            writer.WritePropertyName(name);
            writer.WriteArray(form is PrivilegeForm.ListEmpty ? [] : items, write);
        }
    }

    private static ManagedEntity[] Entities(VimCall call, string argument)
    {
        call.Arguments.Required(argument);
        return [.. call.Arguments.References(argument).Select(call.VisibleEntity)];
    }

    private static bool IsTheUser(VimCall call) =>
        LoginLedger.IsSame(call.Arguments.String("userName"), call.VCenter.Options.UserName);

    private static void WriteRole(Utf8JsonWriter writer, SimulatedRole role, PrivilegeForm form)
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
        WriteList(writer, form, "privilege", role.Privileges, static (inner, privilege) => inner.WriteStringValue(privilege));
        writer.WriteEndObject();
    }
}
