namespace Pulse.Simulation;

internal sealed class AutomationException(AutomationError error) : Exception(error.Message)
{
    public Task WriteAsync(VCenterState vcenter, HttpContext http) => Answer.JsonAsync(vcenter, http, error.Status, error.Write);
}
