/** Words before the day of a last change, not of the publication. */
export const LAST_CHANGE =
  /(?:updat|modif|revis|edited|changed|aktualis|geändert|stand:|mis(?:e)? à jour|màj|actualiz|atualiz|aggiornat|bijgewerkt|обновл|измен|güncel|yenilən|تحديث|zaktualiz|aktualiz|frissít|更新|수정)/i;
