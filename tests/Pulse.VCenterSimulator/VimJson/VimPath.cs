namespace Pulse.Simulation;

/// <summary><c>/sdk/vim25/{release}/{type}/{moId}/{method or property}</c></summary>
internal readonly record struct VimPath(string Release, ManagedObjectReference Target, string Member)
{
    public static bool TryParse(string path, out VimPath result)
    {
        // Deeper paths (runtime/powerState) are not addressable (facts.md#2.29).
        if (path.Split('/') is ["", "sdk", "vim25", var release, var type, var moId, var member])
        {
            result = new(release, new(type, moId), member);
            return true;
        }

        result = default;
        return false;
    }
}
