using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads where series stand, without locking them.</summary>
/// <param name="database">The database.</param>
internal sealed class NextNumbers(Database database)
{
    /// <summary>Returns the next serial of a series, from 1.</summary>
    internal long Of(string series)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long?>("select next from serials where series = @series", new { series }) ?? 1;
    }
}
