namespace Pulse.Simulation;

internal static class ServiceInstanceMembers
{
    private const string Type = "ServiceInstance";

    public static void Register(VimMembers members)
    {
        members.Property(Type, "content", Content, anonymous: true);
        members.Method(Type, "RetrieveServiceContent", Content, anonymous: true);
        members.Method(Type, "CurrentTime", CurrentTime);
        members.Property(Type, "serverClock", CurrentTime);
    }

    private static VimResult Content(VimCall call) => VimResult.Json(writer => ServiceContent.Write(writer, call.VCenter));

    private static VimResult CurrentTime(VimCall call) => VimResult.Json(writer => writer.WriteStringValue(VimTime.Of(call.VCenter.Now)));
}
