using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Databases;

/// <summary>The one place that says what cannot be read of what is stored.</summary>
public static class Stored
{
    /// <summary>Reads something stored. Who may write the database can make a row mean anything: whatever fails then is the row, not the program.</summary>
    /// <param name="what">What it is, one of <see cref="StoredThing"/>.</param>
    /// <param name="read">Reads it; nothing in it looks at anything but what is stored.</param>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public static T Read<T>(Message what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (UnreadableException or OperationCanceledException or DbException or IOException))
        {
            throw new UnreadableException(new Message("stored.unreadable", ("what", what), ("detail", e.Message)), e);
        }
    }
}
