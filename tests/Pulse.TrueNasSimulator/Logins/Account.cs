namespace Pulse.Simulation.TrueNas;

/// <summary>The answers about the user's own account.</summary>
internal static class Account
{
    public static Dictionary<string, object?> Me(TrueNasState nas) => new()
    {
        ["pw_name"] = nas.Options.UserName,
        ["pw_gecos"] = "Pulse",
        ["pw_dir"] = "/var/empty",
        ["pw_shell"] = "/usr/sbin/nologin",
        ["pw_uid"] = 3000,
        ["pw_gid"] = 3000,
        ["grouplist"] = null,
        ["source"] = "LOCAL",
        ["local"] = true,
        ["attributes"] = new Dictionary<string, object?>(),
        ["two_factor_config"] = new Dictionary<string, object?> { ["secret_configured"] = nas.Faults.HasSecondFactor },
        ["privilege"] = new Dictionary<string, object?>
        {
            ["roles"] = nas.Inventory.Roles.Expanded,
            ["web_shell"] = false,
            ["webui_access"] = true,
        },
        ["account_attributes"] = nas.Inventory.AccountAttributes,
    };

    public static object?[] KeysOf(TrueNasState nas, string userName) =>
        [.. nas.Keys.All.Where(key => key.UserName == userName).Select(key => new Dictionary<string, object?>
        {
            ["id"] = key.Id,
            ["name"] = key.Name,
            ["username"] = key.UserName,
            ["user_identifier"] = 3000,
            ["keyhash"] = "********",
            ["created_at"] = key.CreatedAt,
            ["expires_at"] = key.ExpiresAt,
            ["local"] = true,
            ["revoked"] = key.IsRevoked,
            ["revoked_reason"] = key.RevokedReason,
        })];
}
