using System.Globalization;

namespace Workflow.Engine.Record.Values;

/// <summary>As what somebody is entitled. An <see cref="Entitlement"/> stores it as one text, which only this type writes and reads.</summary>
public abstract record EntitledAs
{
    private const string CopyKey = "copy";
    private const char Number = ':';

    private protected EntitledAs() { }

    /// <summary>The stored text.</summary>
    internal abstract string Key { get; }

    /// <summary>Returns what a stored text says.</summary>
    internal static EntitledAs Of(string key) =>
        key == CopyKey ? new AsReader()
        : key.IndexOf(Number, StringComparison.Ordinal) is > 0 and var at
        && Enum.TryParse<SideKind>(key.AsSpan(0, at), ignoreCase: true, out var kind)
        && int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new AsInvolved(kind, count)
        : new AsWritten(key);

    /// <summary>As the definition writes it: by a post, as a party, or under a participant's key; empty for what no definition writes.</summary>
    /// <param name="Written">The assignee or the key.</param>
    public sealed record AsWritten(string Written) : EntitledAs
    {
        internal override string Key => Written;
    }

    /// <summary>As somebody who was sent a copy, and has nothing to do.</summary>
    public sealed record AsReader : EntitledAs
    {
        internal override string Key => CopyKey;
    }

    /// <summary>As somebody involved beside the holder of a step.</summary>
    /// <param name="Kind">What for.</param>
    /// <param name="Count">The number of the request at the step, from 1.</param>
    public sealed record AsInvolved(SideKind Kind, int Count) : EntitledAs
    {
        internal override string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}{Number}{Count}");
    }
}
