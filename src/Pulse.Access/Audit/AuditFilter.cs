using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Http;
using Pulse.Access.Storage;
using Pulse.Access.Texts;

namespace Pulse.Access.Audit;

/// <summary>Selects entries of the trail. A member that is null selects all.</summary>
internal sealed record AuditFilter(string? Action, string? Outcome, string? Text)
{
    private const int LongestText = 100;
    private const string Escape = "\\";
    private const string NoControl = "No control characters.";

    /// <summary>PostgreSQL accepts no NUL in a text, and no entry contains a control character that a reader would search for.</summary>
    public FieldErrors Check() => new FieldErrors()
        .Check("action", !HasControl(Action), NoControl)
        .Check("outcome", !HasControl(Outcome), NoControl)
        .Check("text", Text is null or { Length: >= 1 and <= LongestText }, $"1 to {LongestText} characters.")
        .Add("text", Text is not null && PlainText.FirstInvisible(Text) is { } invisible
            ? $"Must not contain {PlainText.NameOf(invisible)}: it cannot be seen, and no entry has it."
            : null);

    /// <summary>Whether every entry that <see cref="Narrow"/> lets through matches.</summary>
    public bool IsExact => Text is null || Ascii.IsValid(Text);

    /// <summary>The entries that may match: all entries that match, and for a text beyond ASCII perhaps some that do not.</summary>
    public IQueryable<AuditRecord> Narrow(IQueryable<AuditRecord> records)
    {
        records = Action is null ? records : records.Where(record => record.Action == Action);
        records = Outcome is null ? records : records.Where(record => record.Outcome == Outcome);
        if (Text is null)
        {
            return records;
        }

        var pattern = PatternOf(Text);
        return records.Where(record =>
            EF.Functions.Like(record.Actor.ToLower(), pattern, Escape)
            || EF.Functions.Like(record.ConnectionName!.ToLower(), pattern, Escape)
            || EF.Functions.Like(record.Detail!.ToLower(), pattern, Escape)
            || EF.Functions.Like(record.ActorAddress!.ToLower(), pattern, Escape));
    }

    /// <summary>Whether an entry that <see cref="Narrow"/> let through really matches.</summary>
    public bool IsMet(AuditRecord record) => Text is null
        || new[] { record.Actor, record.ConnectionName, record.Detail, record.ActorAddress }
            .Any(member => member?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true);

    // Every database knows the case of ASCII letters. SQLite knows the case of no other letters: for such a letter the pattern
    // accepts any character.
    private static string PatternOf(string text)
    {
        var pattern = new StringBuilder("%");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune switch
            {
                { IsAscii: false } when Rune.ToLowerInvariant(rune) != Rune.ToUpperInvariant(rune) => pattern.Append('_'),
                { Value: '%' or '_' or '\\' } => pattern.Append('\\').Append(rune),
                _ => pattern.Append(Rune.ToLowerInvariant(rune)),
            };
        }

        return pattern.Append('%').ToString();
    }

    private static bool HasControl(string? value) => value?.Any(char.IsControl) == true;
}
