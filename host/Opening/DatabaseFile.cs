using Workflow.Storage.Databases;

namespace Workflow.Host.Opening;

/// <summary>Opens the database file that a person named.</summary>
public static class DatabaseFile
{
    public const string Default = "data/workflow.db";

    /// <summary>Opens it, and creates it with its folder when it does not exist.</summary>
    /// <exception cref="OpeningRefusedException">It cannot be opened.</exception>
    /// <exception cref="DatabaseRefusedException">It is no database of this product.</exception>
    public static Database Open(string file)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            return Database.OpenFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException or ArgumentException)
        {
            throw OpeningRefusals.DatabaseUnusable(file, e.Message);
        }
    }

    /// <summary>Opens one that must exist: reading verbs create nothing.</summary>
    /// <exception cref="OpeningRefusedException">There is no such file, or it cannot be opened.</exception>
    public static Database OpenExisting(string file) => File.Exists(file) ? Open(file) : throw OpeningRefusals.NoDatabase(file);
}
