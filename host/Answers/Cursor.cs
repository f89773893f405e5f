using System.Buffers.Text;
using System.Text.Json;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>Opaque positions in a list: the sort keys of the last row of a page.</summary>
public static class Cursor
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    public static string Of<T>(T keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <exception cref="RequestRefusedException">It is none that this interface gave out.</exception>
    public static T? Read<T>(string? cursor)
        where T : class
    {
        if (cursor is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(cursor), JsonSerializerOptions.Strict)
                ?? throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw RequestRefusals.Cursor(Texts.Short(cursor));
        }
    }

    /// <exception cref="RequestRefusedException">Out of bounds.</exception>
    public static int Limit(int? asked) =>
        asked switch
        {
            null => DefaultLimit,
            >= 1 and <= LargestLimit => asked.Value,
            _ => throw RequestRefusals.Limit(LargestLimit, asked),
        };
}

/// <summary>A page of a list; the cursor is null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes pages.</summary>
internal static class Pages
{
    /// <summary>Returns a page of rows of which one more was read than it holds, if there is one: that tells whether another page follows.</summary>
    /// <param name="found">The rows.</param>
    /// <param name="most">How many a page holds.</param>
    /// <param name="show">How a row is shown.</param>
    /// <param name="keys">The sort keys of a row, for the cursor.</param>
    internal static Page<TItem> Of<TRow, TItem, TKeys>(
        IReadOnlyList<TRow> found,
        int most,
        Func<TRow, TItem> show,
        Func<TRow, TKeys> keys
    ) => new([.. found.Take(most).Select(show)], found.Count > most ? Cursor.Of(keys(found[most - 1])) : null);

    /// <summary>Reads on until so many rows are found that may be shown, or there are no more.</summary>
    /// <param name="read">Reads rows after one; from the first where it is null.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="may">Whether a row may be shown.</param>
    internal static List<TRow> Read<TRow>(Func<TRow?, int, IReadOnlyList<TRow>> read, TRow? after, int most, Func<TRow, bool> may)
        where TRow : class
    {
        var found = new List<TRow>();
        for (var more = true; more && found.Count < most; )
        {
            var rows = read(after, most);
            found.AddRange(rows.Where(may));
            (more, after) = (rows.Count == most, rows.Count > 0 ? rows[^1] : after);
        }

        return [.. found.Take(most)];
    }
}
