using System.Runtime.InteropServices;

namespace Pulse.Testing;

/// <summary>Sends signals to processes. .NET itself can only kill a process.</summary>
public static class Signals
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>SIGINT: the signal of Ctrl+C.</summary>
    public static void SendInterrupt(int processId) => Send(processId, Interrupt);

    /// <summary>SIGTERM: the request for an orderly stop.</summary>
    public static void SendTerminate(int processId) => Send(processId, Terminate);

    private static void Send(int processId, int signal)
    {
        if (Kill(processId, signal) != 0)
        {
            throw new InvalidOperationException($"The process {processId} did not take the signal {signal}.");
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
