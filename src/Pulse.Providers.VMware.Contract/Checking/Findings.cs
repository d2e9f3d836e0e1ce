using System.Text;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>Collects the errors in one side of an exchange, and tracks the current place in the body.</summary>
internal sealed class Findings(ContractCall call)
{
    // The first hundred findings are enough: one error may repeat in each of ten thousand objects.
    private const int Most = 100;

    private readonly List<(string? Member, int Index)> _place = [];
    private readonly List<Finding> _found = [];

    public IReadOnlyList<Finding> Found => _found;

    /// <summary>The release in the path; null for the Automation API and for an unknown release.</summary>
    public Version? Release => call.ReleaseNumber;

    public bool IsVim => call.Release is not null;

    public void Enter(string member) => _place.Add((member, 0));

    public void Enter(int index) => _place.Add((null, index));

    public void Leave() => _place.RemoveAt(_place.Count - 1);

    /// <summary>Adds a finding at the current place, or at a member of it.</summary>
    public void Add(string text, string? member = null)
    {
        if (_found.Count < Most)
        {
            AddAt(PlaceOf(member), text);
        }
    }

    public void AddAt(string place, string text) => _found.Add(new(place, text));

    /// <summary>Reports a value that is newer than the release in the path: the other side cannot know it.</summary>
    public void RefuseNewer(Version? since, string what, string? member = null)
    {
        if (since is not null && Release is not null && since > Release)
        {
            Add($"{what} is newer ({since}) than the release in the path.", member);
        }
    }

    private string PlaceOf(string? member)
    {
        var text = new StringBuilder();
        foreach (var (name, index) in member is null ? _place : _place.Append((member, 0)))
        {
            if (name is null)
            {
                text.Append('[').Append(index).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            }
        }

        return text.Length == 0 ? "body" : text.ToString();
    }
}
