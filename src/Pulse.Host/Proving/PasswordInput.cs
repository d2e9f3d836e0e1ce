using System.Text;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Host.Proving;

/// <summary>Reads a password from a file, from the terminal without showing it, or, without a terminal, from a line of the standard input.</summary>
internal static class PasswordInput
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<Secret> ReadAsync(string? file, string account)
    {
        if (file is not null)
        {
            return new Secret(WithoutLineEnd(await File.ReadAllTextAsync(file)));
        }

        if (Console.IsInputRedirected)
        {
            return new Secret(await Console.In.ReadLineAsync() ?? "");
        }

        await Console.Error.WriteAsync($"Password of {account}: ");
        var typed = ReadHidden();
        await Console.Error.WriteLineAsync();
        return new Secret(typed);
    }

    // Editors end a file with a line break; everything else belongs to the password.
    private static string WithoutLineEnd(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;

    private static string ReadHidden()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    return typed.ToString();

                case ConsoleKey.Backspace:
                    typed.Length -= typed.Length > 0 ? 1 : 0;
                    break;

                default:
                    typed.Append(key.KeyChar is '\0' ? "" : key.KeyChar);
                    break;
            }
        }
    }
}
