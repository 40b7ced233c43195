/** Words before the day of a last change, not of the publication. */
export const LAST_CHANGE =
  /(?:updat|modif|revis|edited|changed|aktualis|geändert|stand:|mise? à jour|màj|tualiz|aggiornat|bijgewerkt|обновл|измен|güncel|yenilən|تحديث|frissít|更新|수정)/i;
