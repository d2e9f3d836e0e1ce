using Microsoft.Extensions.FileProviders;

namespace Pulse.Host;

/// <summary>The built UI: <c>wwwroot</c> next to the program, whatever the working directory is.</summary>
internal sealed record WebUiFiles(IFileProvider Provider)
{
    public static WebUiFiles BesideTheProgram()
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return new(Directory.Exists(directory) ? new PhysicalFileProvider(directory) : new NullFileProvider());
    }
}
